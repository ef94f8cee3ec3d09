package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/** A {@link Problem} that came up after lines had been dealt with, and what became of those. */
@JsonbPropertyOrder({
    "type",
    "title",
    "status",
    "detail",
    "code",
    "reconnect",
    "accepted",
    "rejected",
    "lines",
    "errors",
    "errorsOmitted"
})
public record IngestProblem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        String reconnect,
        long accepted,
        long rejected,
        long lines,
        List<LineError> errors,
        long errorsOmitted) {

    static IngestProblem of(Problem problem, IngestReport report) {
        return new IngestProblem(
                problem.type(),
                problem.title(),
                problem.status(),
                problem.detail(),
                problem.code(),
                problem.reconnect(),
                report.accepted(),
                report.rejected(),
                report.lines(),
                report.errors(),
                report.errorsOmitted());
    }
}
