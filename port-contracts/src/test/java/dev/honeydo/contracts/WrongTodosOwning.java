package dev.honeydo.contracts;

import static dev.honeydo.contracts.TodosDefect.owning;
import static dev.honeydo.contracts.WrongDouble.breaking;

import dev.honeydo.application.port.Todos;
import java.util.List;
import java.util.Optional;

/** Doubles that take somebody else for the owner, or nobody. */
final class WrongTodosOwning {
  private WrongTodosOwning() {}

  static final List<WrongDouble<Todos>> ALL =
      List.of(
          breaking(
              "TODO-136",
              "finds no owner of the only todo there is",
              owning((it, _, answer) -> answer.filter(_ -> !it.calls.are("add", "owner")))),
          breaking(
              "TODO-137",
              "takes whoever has a todo for the owner of all",
              owning((it, _, answer) ->
                  answer.map(owner ->
                      it.owners.values().stream()
                          .filter(other -> !other.equals(owner))
                          .findFirst()
                          .orElse(owner)))),
          breaking(
              "TODO-138",
              "takes whoever has a todo for the owner of what is nowhere",
              owning((it, _, answer) ->
                  answer.or(() ->
                      it.calls.are("add", "owner")
                          ? it.owners.values().stream().findFirst()
                          : Optional.empty()))),
          breaking(
              "TODO-139",
              "forgets whose a todo was as it is deleted",
              owning((it, id, answer) -> answer.filter(_ -> !it.deleted.containsKey(id)))),
          breaking(
              "TODO-140",
              "remembers whose a todo was that is forgotten",
              owning((it, id, answer) ->
                  answer.or(() ->
                      it.calls.count("purge") > 0
                          ? Optional.ofNullable(it.owners.get(id))
                          : Optional.empty()))),
          breaking(
              "TODO-141",
              "remembers whose the todos were that were removed with all",
              owning((it, id, answer) ->
                  answer.or(() ->
                      it.calls.count("deleteAll") > 0 && !it.deleted.containsKey(id)
                          ? Optional.ofNullable(it.owners.get(id))
                          : Optional.empty()))),
          breaking(
              "TODO-141",
              "remembers whose the deleted todos were when all is removed",
              owning((it, id, answer) ->
                  answer.or(() ->
                      it.calls.count("deleteAll") > 0 && it.deleted.containsKey(id)
                          ? Optional.ofNullable(it.owners.get(id))
                          : Optional.empty()))),
          breaking(
              "TODO-142",
              "knows the owners of what it added itself",
              owning((it, id, answer) -> answer.filter(_ -> it.owners.containsKey(id)))));
}
