// The running server for tests.
