package dev.atlas.postgres;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/**
 * The connection of a unit of work as Micronaut Data shall see it. Closing it does nothing, as the unit goes on. A
 * {@code timestamptz} is read as an {@link OffsetDateTime}: the driver's {@link Timestamp}, which Micronaut would ask
 * for, puts days before 1582-10-15 into the Julian calendar, where ten of them cannot be told from later ones.
 */
record RepositoryConnection(Object target) implements InvocationHandler {

    static Connection of(Connection connection) {
        return view(Connection.class, connection);
    }

    @Override
    public @Nullable Object invoke(Object proxy, Method method, @Nullable Object @Nullable [] arguments)
            throws Throwable {
        if (target instanceof Connection && method.getName().equals("close")) {
            return null;
        }
        Object answer = call(method, arguments);
        return switch (answer) {
            case PreparedStatement statement -> view(PreparedStatement.class, statement);
            case ResultSet rows -> view(ResultSet.class, rows);
            case Timestamp hybrid when arguments != null && arguments.length == 1 -> exact(arguments[0]);
            case null, default -> answer;
        };
    }

    private @Nullable Object call(Method method, @Nullable Object @Nullable [] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getTargetException();
        }
    }

    private Object exact(@Nullable Object column) throws SQLException {
        ResultSet rows = (ResultSet) target;
        return switch (column) {
            case String name -> rows.getObject(name, OffsetDateTime.class);
            case Integer number -> rows.getObject(number, OffsetDateTime.class);
            case null, default -> throw new IllegalStateException("a result set has no column " + column);
        };
    }

    private static <T> T view(Class<T> type, T target) {
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, new RepositoryConnection(target)));
    }
}
