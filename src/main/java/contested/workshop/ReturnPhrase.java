package contested.workshop;

/** To be replaced at the merge. */
public record ReturnPhrase(String value) {
    static ReturnPhrase fresh() {
        return new ReturnPhrase(java.util.UUID.randomUUID().toString());
    }

    String hash() {
        return value.replace("-", "");
    }
}
