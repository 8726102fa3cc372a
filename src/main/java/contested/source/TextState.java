package contested.source;

/** How much of a source's text is on this portal. */
public enum TextState {
    /** Only the catalogue entry is here. */
    NOT_INSTALLED,
    /** Some paragraphs differ from the catalogued text or are not in the installed document. */
    PARTLY,
    /** Each paragraph is here as it was catalogued. */
    INSTALLED
}
