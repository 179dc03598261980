package com.rebatesuite.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** A service with a little of everything that the platform serves. */
@SpringBootApplication
public class TestService {}
