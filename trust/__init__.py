"""Long runs about what people must be able to rely on, beside the tests: `make trust`."""
