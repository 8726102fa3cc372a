package contested.question;

/**
 * The place of a position in every chart: a colour and a shape, the same on each page. Where a question can be answered
 * yes, no or depends, its positions take those slots; else the slot says nothing beyond order.
 */
public enum Slot {
    YES,
    DEPENDS,
    NO,
    OTHER
}
