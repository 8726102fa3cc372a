package contested.operation;

import contested.shared.Slug;

/**
 * What became of one file of a documents' folder.
 *
 * @param name    the file's, made fit for one line
 * @param outcome what became of it
 * @param detail  the rest of the line
 */
public record FileReport(String name, Outcome outcome, String detail) {

    public enum Outcome {
        RECOGNISED,
        /** Another file has more paragraphs of the same source. */
        SET_ASIDE,
        /** Readable text of no source in the catalogue. */
        NOT_RECOGNISED,
        /** Not readable as text. */
        REFUSED
    }

    static FileReport recognised(String name, Slug source) {
        return new FileReport(name, Outcome.RECOGNISED, "recognised as source " + source);
    }

    static FileReport setAside(String name, Slug source, String other) {
        return new FileReport(
                name,
                Outcome.SET_ASIDE,
                "recognised as source " + source + ", set aside: as many or more of its paragraphs are in " + other);
    }

    static FileReport notRecognised(String name) {
        return new FileReport(
                name, Outcome.NOT_RECOGNISED, "not recognised: it has the paragraphs of no source in the catalogue");
    }

    static FileReport refused(String name, String why) {
        return new FileReport(name, Outcome.REFUSED, "refused: " + why);
    }

    public String line() {
        return "file " + name + ": " + detail;
    }

    boolean isWell() {
        return outcome == Outcome.RECOGNISED || outcome == Outcome.SET_ASIDE;
    }
}
