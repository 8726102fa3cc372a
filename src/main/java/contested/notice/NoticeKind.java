package contested.notice;

/** What somebody is told. */
public enum NoticeKind {
    /** Their comment was decided on. */
    DECIDED,
    /** Somebody answered their comment. */
    REPLY,
    /** Somebody rests on the same passages as their comment. */
    CITATION,
    /** Their appeal has its outcome. */
    APPEAL,
    /** What they reported was looked at. */
    REPORT
}
