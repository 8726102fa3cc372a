package contested.workshop;

/** Somebody left a workshop for good. Fired inside that transaction: what is still theirs alone goes with them. */
public record MemberLeft(WorkshopMember member) {}
