package contested.passage;

/** Names a paragraph across sources: the source's id, and the number counted from 1. */
public record ParagraphKey(Long source, int number) {}
