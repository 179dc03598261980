package com.rebatesuite.rebate.reason;

import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A text that somebody can be asked about later: 10..500 characters, blanks around it not counted. */
@Target({ElementType.FIELD, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@NotNull @Size(max = 500) @Pattern(regexp = "(?s)\\s*\\S.{8,}\\S\\s*")
@ReportAsSingleViolation
public @interface Reason {

    String message() default "10..500 characters that say why";

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};
}
