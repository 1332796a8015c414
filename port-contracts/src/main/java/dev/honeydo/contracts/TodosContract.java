package dev.honeydo.contracts;

/**
 * What every adapter of {@link dev.honeydo.application.port.Todos} must keep. Its test implements
 * this interface, gives what {@link TodosSubject} asks for, and inherits every clause.
 */
public interface TodosContract
    extends TodosKeeping,
        TodosReplacing,
        TodosDeleting,
        TodosPaging,
        TodosFiltering,
        TodosSorting,
        TodosSearching,
        TodosCounting,
        TodosChanging,
        TodosForgetting,
        TodosOwning,
        TodosUnreachable {}
