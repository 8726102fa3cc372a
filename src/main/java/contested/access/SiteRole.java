package contested.access;

/** What an account is trusted with on the whole site. Everybody with an account is a member; the others are added. */
public enum SiteRole {
    /** Takes part in threads. */
    MEMBER,
    /** Decides on comments. */
    MODERATOR,
    /** Works on questions, passages and sources. */
    EDITOR,
    /** Runs the site: accounts, roles, settings. */
    ADMINISTRATOR
}
