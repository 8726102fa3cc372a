package contested.source;

/**
 * What the catalogue knows of a body paragraph without holding its text.
 *
 * @param fingerprint SHA-256 of the normalised text, 64 hex digits
 * @param sketch      64-bit similarity sketch of its words, 16 hex digits; see {@link ParagraphText#sketch}
 * @param length      of the normalised text, in Unicode code points
 */
public record CataloguedParagraph(String fingerprint, String sketch, int length) {}
