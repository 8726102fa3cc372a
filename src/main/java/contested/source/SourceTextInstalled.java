package contested.source;

/** A source's text was installed or changed. Fired inside the installing transaction. */
public record SourceTextInstalled(Source source) {}
