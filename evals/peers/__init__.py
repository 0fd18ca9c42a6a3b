"""Real servers on this machine, filled with retold tickets: presets and connectors are proven on what they write.

`python -m evals.peers rt DIR` and `python -m evals.peers redmine DIR` start a private copy on loopback, fill it over its
own API, save its own exports in DIR and stop it. Needed from apt (Debian 12): request-tracker5 rt5-db-sqlite
rt5-standalone msmtp-mta, or redmine redmine-sqlite puma, both set up on SQLite; and faketime, which lets the server's
clock follow the stories. A run takes some minutes.
"""
