package contested.source;

/** What kind of body published a source. Shown beside each passage; it ranks nothing. */
public enum PublisherType {
    STATE_MEDIA,
    GOVERNMENT_PORTAL,
    NGO,
    NEWS_AGENCY,
    INDEPENDENT_MEDIA,
    INTERNATIONAL_ORGANISATION,
    ACADEMIC,
    LAW_OR_TREATY,
    OTHER
}
