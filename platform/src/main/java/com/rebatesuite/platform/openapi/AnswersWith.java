package com.rebatesuite.platform.openapi;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The statuses with which an operation does what it was asked, where that is not 200 alone: springdoc cannot see them. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface AnswersWith {

    /** With what the method returns as the body. */
    int[] value() default {};

    /** Without a body. */
    int[] empty() default {};
}
