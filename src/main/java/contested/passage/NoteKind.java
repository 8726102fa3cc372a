package contested.passage;

/** What an editor's note is for. */
public enum NoteKind {
    /** A link between texts that the editor makes, and no source does. */
    LINK,
    /** Figures that differ between documents. */
    FIGURE,
    /** A statement that a reader should check elsewhere. */
    CHECK
}
