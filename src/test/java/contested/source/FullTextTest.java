package contested.source;

import static org.assertj.core.api.Assertions.assertThat;

import contested.access.Actor;
import contested.access.SiteRole;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Who reads a document whole. */
class FullTextTest {

    @ParameterizedTest
    @CsvSource({
        "EVERYONE, true, true, true",
        "MEMBERS, false, true, true",
        "EDITORS, false, false, true",
        "PASSAGES, false, false, false"
    })
    void eachChoiceIsOpenToThesePeople(FullText readers, boolean visitor, boolean member, boolean editor) {
        assertThat(readers.isOpenTo(Actor.VISITOR)).isEqualTo(visitor);
        assertThat(readers.isOpenTo(new Actor(1L, Set.of(SiteRole.MEMBER)))).isEqualTo(member);
        assertThat(readers.isOpenTo(new Actor(2L, Set.of(SiteRole.MEMBER, SiteRole.EDITOR))))
                .isEqualTo(editor);
    }
}
