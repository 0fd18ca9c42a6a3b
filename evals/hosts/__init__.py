"""The product in the programs people use: real hosts, headless, on loopback, with a scripted model behind them."""
