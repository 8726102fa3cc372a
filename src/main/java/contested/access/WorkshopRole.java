package contested.access;

/** What somebody is in one workshop. */
public enum WorkshopRole {
    /** Runs it: its phases, its people, its code. */
    FACILITATOR,
    /** Decides on its comments. */
    MODERATOR,
    /** Reads, votes and writes in it. */
    PARTICIPANT
}
