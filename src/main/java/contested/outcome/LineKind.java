package contested.outcome;

/** What a line of an outcome sheet says, in the order in which the sheet says it. */
public enum LineKind {
    /** Proposed only from {@value Proposals#AGREED_PER_CENT} % of at least {@value Proposals#MIN_BALLOTS} ballots. */
    AGREED,
    CONTESTED,
    /** What fewer people hold. */
    MINORITY,
    /** Which passages people argued with. */
    PASSAGES,
    /** How opinions moved. */
    SHIFT,
    OPEN_QUESTION,
    /** Who was not heard: a position that nobody argued for, people who are affected and were not there. */
    MISSING_VOICE
}
