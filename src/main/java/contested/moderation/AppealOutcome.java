package contested.moderation;

/** What came of an appeal; final. */
public enum AppealOutcome {
    /** The decision was reversed. */
    GRANTED,
    /** The decision stands. */
    UPHELD
}
