package contested.operation;

import java.util.List;

/**
 * What the operator's command prints, and how it ends.
 *
 * @param status 0 when all is well, 1 when something failed, lacks or was not recognised
 * @param text   lines of plain text
 */
public record OperatorAnswer(int status, String text) {

    static OperatorAnswer of(boolean well, List<String> lines) {
        return new OperatorAnswer(well ? 0 : 1, String.join("\n", lines) + "\n");
    }
}
