package contested.passage;

import contested.shared.Bilingual;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Embedded;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * Who is speaking in a passage. A source that tells an official's view is not the official.
 *
 * @param kind what sort of speaker
 * @param name the speaker by role, such as "State President"
 */
@Embeddable
public record Voice(@Enumerated(EnumType.STRING) VoiceKind kind, @Embedded Bilingual name) {}
