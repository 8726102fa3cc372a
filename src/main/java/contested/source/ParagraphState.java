package contested.source;

/** Whether a paragraph's text is here, and whether it is the text that was catalogued. */
public enum ParagraphState {
    ABSENT,
    SAME,
    /** The text changed since its passages were recorded. */
    CHANGED
}
