package archfixtures.r16.bad.adapters.http;

import java.util.Optional;
import org.jspecify.annotations.NullMarked;

/** A secret by the names of its components. */
@NullMarked
public record BadLoginBody(String email, Optional<String> currentPassword) {}
