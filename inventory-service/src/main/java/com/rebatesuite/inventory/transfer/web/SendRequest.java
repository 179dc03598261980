package com.rebatesuite.inventory.transfer.web;

import com.rebatesuite.inventory.transfer.Kind;
import com.rebatesuite.inventory.transfer.Step;
import com.rebatesuite.inventory.transfer.Transfer;
import com.rebatesuite.inventory.transfer.web.LinesRequest.LineRequest;
import com.rebatesuite.inventory.web.Form;
import com.rebatesuite.platform.problem.Problems;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** Goods that leave for another location. */
record SendRequest(
        @NotNull @Pattern(regexp = Form.LOCATION) String source,
        @NotNull @Pattern(regexp = Form.LOCATION) String destination,

        @NotNull @Pattern(regexp = Form.REFERENCE, message = Form.REFERENCE_IS) String reference,

        @Nullable @Size(max = 200) String note,
        @NotEmpty @Size(max = 1000) List<@Valid @NotNull LineRequest> lines) {

    Transfer transfer(UUID id, String request, String actor, Instant at) {
        if (source.equals(destination)) {
            throw Problems.refusal(Problems.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid-request",
                    "destination: " + destination + " (expected: another location than the source)"));
        }
        var step = new Step(request, Kind.SEND, LinesRequest.units(lines), actor, null, note, at, false);
        return new Transfer(id, source, destination, reference, actor, at, List.of(step));
    }
}
