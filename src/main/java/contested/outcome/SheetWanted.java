package contested.outcome;

import contested.access.Actor;
import contested.shared.Slug;

/** A sheet is to have what its data suggest; whoever knows the words for it proposes them as that facilitator. */
public record SheetWanted(Actor facilitator, Slug workshop) {}
