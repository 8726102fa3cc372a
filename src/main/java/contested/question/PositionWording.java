package contested.question;

import contested.shared.Bilingual;

/** What a position says; see the fields of {@link Position} of the same names. */
public record PositionWording(Slot slot, Bilingual label, Bilingual statement) {}
