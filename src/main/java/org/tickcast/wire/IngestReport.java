package org.tickcast.wire;

import jakarta.json.bind.annotation.JsonbPropertyOrder;
import java.util.List;

/**
 * What became of the lines that a producer sent in one request.
 *
 * @param accepted lines that were events, all of which happen
 * @param rejected lines that were none
 * @param lines all that were dealt with, blank ones too: who goes on begins with the next
 * @param errors what was wrong with the first of those rejected
 * @param errorsOmitted how many more were rejected
 */
@JsonbPropertyOrder({"accepted", "rejected", "lines", "errors", "errorsOmitted"})
public record IngestReport(long accepted, long rejected, long lines, List<LineError> errors, long errorsOmitted) {

    public IngestReport {
        errors = List.copyOf(errors);
    }
}
