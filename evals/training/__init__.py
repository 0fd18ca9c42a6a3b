"""Training of the line reader (escalation/reading/line) on labelled lines; needs scikit-learn (`make model`)."""
