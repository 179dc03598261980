package com.rebatesuite.rebate;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.context.annotation.Import;

/** Beside {@code @WebMvcTest}: problems and security as they are, a toy ledger behind, and the time of the examples. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ImportAutoConfiguration
@Import(WebSliceBeans.class)
public @interface WebSlice {}
