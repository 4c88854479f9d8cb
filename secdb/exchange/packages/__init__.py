"""Writing the whole register as a package, which `secdb.exchange.package` reads."""
