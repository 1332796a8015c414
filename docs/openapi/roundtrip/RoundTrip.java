import java.net.URI;
import java.util.UUID;
import org.example.honeydo.ApiClient;
import org.example.honeydo.api.AuthApi;
import org.example.honeydo.api.TodosApi;
import org.example.honeydo.model.Credentials;
import org.example.honeydo.model.Registration;
import org.example.honeydo.model.Todo;
import org.example.honeydo.model.TodoInput;
import org.example.honeydo.model.TodoList;

/** Registers, logs in, adds a todo twice under one key, and lists it. */
final class RoundTrip {
  public static void main(String[] arguments) throws Exception {
    String email = "ada-" + UUID.randomUUID() + "@example.org";
    String password = "correct horse battery";
    ApiClient client = new ApiClient();
    client.updateBaseUri(arguments[0]);
    AuthApi auth = new AuthApi(client);
    var user =
        auth.registerUser(new Registration().name("Ada").email(email).password(password), null);
    var login = auth.logIn(new Credentials().email(email).password(password));
    client.setRequestInterceptor(
        request -> request.header("Authorization", "Bearer " + login.getAccessToken()));
    TodosApi todos = new TodosApi(client);
    String key = UUID.randomUUID().toString();
    Todo first = todos.createTodo(new TodoInput().heading("Buy bread").addTagsItem("home"), key);
    Todo again = todos.createTodo(new TodoInput().heading("Buy bread").addTagsItem("home"), key);
    TodoList list =
        todos.listTodos(null, null, null, true, null, null, null, null, null, null, null, null);
    check(user.getEmail().equals(email), "the user");
    check(first.getId().equals(again.getId()), "one todo for one key");
    check(list.getTotal() == 1 && list.getItems().getFirst().equals(first), "the list");
    System.out.println("java: ok, todo " + first.getId() + " version " + first.getVersion());
  }

  private static void check(boolean right, String what) {
    if (!right) {
      throw new AssertionError(what);
    }
  }
}
