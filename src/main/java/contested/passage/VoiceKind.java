package contested.passage;

/** Whose words a passage carries. */
public enum VoiceKind {
    /** The publisher or the authors of the piece. */
    OUTLET,
    OFFICIAL,
    EXPERT,
    CRITICS,
    /** A law, treaty, resolution or judgment that the source quotes, or that is the source itself. */
    DOCUMENT
}
