package contested.source;

import contested.access.Actor;
import contested.access.Permission;

/**
 * Who may read the full text of an installed document; everybody else sees the paragraphs in which passages stand. Operators
 * decide for the whole portal, administrators for one source, each by the right they hold.
 */
public enum FullText {
    EVERYONE,
    /** Whoever is signed in. */
    MEMBERS,
    /** Editors, who work with it. */
    EDITORS,
    /** Nobody: the reader shows the paragraphs in which passages stand, and no others. */
    PASSAGES;

    public boolean isOpenTo(Actor actor) {
        return switch (this) {
            case EVERYONE -> true;
            case MEMBERS -> actor.isSignedIn();
            case EDITORS -> Permission.EDIT.isGrantedTo(actor);
            case PASSAGES -> false;
        };
    }
}
