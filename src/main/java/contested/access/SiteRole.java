package contested.access;

/**
 * What an account is trusted with on the whole site. Everybody with an account of their own is a member; the others are
 * added. Guests are nothing else.
 */
public enum SiteRole {
    /** Joined one workshop without an account of their own, and has no rights outside it. */
    GUEST,
    /** Takes part in threads. */
    MEMBER,
    /** Decides on comments. */
    MODERATOR,
    /** Works on questions, passages and sources. */
    EDITOR,
    /** Runs the site: accounts, roles, settings. */
    ADMINISTRATOR
}
