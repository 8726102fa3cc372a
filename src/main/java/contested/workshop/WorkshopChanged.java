package contested.workshop;

import contested.shared.Slug;

/** Something changed that each page of the workshop shows: its phase, its end, a note, what is in the spotlight. */
public record WorkshopChanged(Slug workshop) {}
