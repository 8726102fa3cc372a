package contested.operation;

/** Who may read the full text of installed documents. Operators decide by the right they hold. */
public enum FullText {
    /** The reader shows each paragraph. */
    EVERYONE,
    /** The reader shows the paragraphs in which passages stand, and no others. */
    PASSAGES
}
