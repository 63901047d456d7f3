package dev.atlas.mongo;

import dev.atlas.domain.storage.Kind;
import dev.atlas.persistence.RefersTo;
import dev.atlas.persistence.RefersTo.WhenGone;
import dev.atlas.persistence.StoredKinds;
import dev.atlas.persistence.Table;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that holds the key of another kind.
 *
 * @param child the kind that has the column
 * @param column its place among the kind's columns
 * @param parent the kind it refers to
 */
record Reference(Kind child, int column, Kind parent, WhenGone whenGone) {

    private static final List<Reference> ALL = all();

    /** Those of the rows of {@code child}. */
    static List<Reference> from(Kind child) {
        return ALL.stream().filter(reference -> reference.child.equals(child)).toList();
    }

    /** Those to rows of {@code parent}. */
    static List<Reference> to(Kind parent) {
        return ALL.stream().filter(reference -> reference.parent.equals(parent)).toList();
    }

    String field() {
        return Documents.field(child, child.columns().get(column).name());
    }

    private static List<Reference> all() {
        List<Reference> all = new ArrayList<>();
        for (Class<? extends Record> row : StoredKinds.rows()) {
            RecordComponent[] components = row.getRecordComponents();
            for (int i = 0; i < components.length; i++) {
                RefersTo declared = components[i].getAnnotation(RefersTo.class);
                if (declared != null) {
                    Kind parent = Table.of(declared.value()).kind();
                    all.add(new Reference(Table.of(row).kind(), i, parent, declared.whenGone()));
                }
            }
        }
        return List.copyOf(all);
    }
}
