package contested.passage;

/** What became of a passage in the installed text of its source. */
public enum Resolution {
    /** The document is not installed, or its paragraph is not in it. */
    UNRESOLVED,
    /** Found where it was recorded. */
    RESOLVED,
    /** Found by its phrase in another place, or in a paragraph that has changed. */
    MOVED,
    /** The document is installed and the phrase is nowhere in it, or in several places at once. */
    LOST
}
