package dev.honeydo.contracts;

import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Tells a test of a wrong double which one it is to try. */
final class DefectParameter implements ParameterResolver {
  /** The configuration parameter that names the defect. */
  static final String KEY = "dev.honeydo.contracts.defect";

  @Override
  public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
    return parameter.getParameter().getType().equals(String.class);
  }

  @Override
  public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
    return context.getConfigurationParameter(KEY).orElseThrow();
  }
}
