package contested.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaField;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import contested.shared.Language;
import contested.source.FullText;
import jakarta.persistence.Embeddable;
import jakarta.persistence.Entity;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The privacy page and the entities say the same: what is stored has its row, and each row is about something stored. */
class StoredItemTest {

    @Test
    void eachStoredAttributeStandsInExactlyOneRowAndEachRowIsStored() {
        List<String> rows = StoredItem.inDatabase().stream()
                .flatMap(item -> item.attributes().stream())
                .toList();

        assertThat(rows).containsExactlyInAnyOrderElementsOf(storedAttributes());
    }

    @Test
    void theEntitiesWereReallyFound() {
        assertThat(storedAttributes()).contains("Source.title", "Paragraph.text", "Provenance.editedAt");
    }

    @Test
    void eachRowSaysWhatItIsWhoReadsItAndWhenItGoes() {
        for (Language language : Language.values()) {
            for (StoredItem item : StoredItem.values()) {
                assertThat(Text.in(language, item.key() + ".what")).isNotBlank();
                readers(item).forEach(key -> assertThat(Text.in(language, key)).isNotBlank());
                assertThat(Text.in(language, item.key() + ".goes")).isNotBlank();
            }
        }
    }

    /** The keys of who reads it: one for each decision of the operator where it depends on that. */
    private static List<String> readers(StoredItem item) {
        String key = item.key() + ".who";
        return item.isFullText()
                ? Arrays.stream(FullText.values())
                        .map(f -> key + "." + f.name().toLowerCase(Locale.ROOT))
                        .toList()
                : List.of(key);
    }

    /** As Hibernate sees them: the fields of entities and of what is embedded in them. */
    private static Set<String> storedAttributes() {
        Set<String> attributes = new TreeSet<>();
        for (JavaClass type : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("contested")) {
            if (type.isAnnotatedWith(Entity.class)
                    || type.isAnnotatedWith(Embeddable.class)
                    || type.isAnnotatedWith(MappedSuperclass.class)) {
                type.getFields().stream()
                        .filter(StoredItemTest::isStored)
                        .forEach(field -> attributes.add(type.getSimpleName() + "." + field.getName()));
            }
        }
        return attributes;
    }

    private static boolean isStored(JavaField field) {
        return !field.getModifiers().contains(JavaModifier.STATIC)
                && !field.getModifiers().contains(JavaModifier.TRANSIENT)
                && !field.isAnnotatedWith(Transient.class);
    }
}
