import jax

from quartet import batches, last_replaced, said, shifted, told, warned


def tried(f):
    traced = []

    def noted(x):
        traced.append(x.shape)
        return f(x)

    compiled = jax.jit(noted)
    for batch in batches:
        compiled(batch)
    return f"traced for {traced}"


for f in (warned, told, last_replaced, shifted):
    try:
        found = tried(f)
    except (TypeError, jax.errors.TracerBoolConversionError) as error:
        found = type(error).__name__
    print(f"{f.__name__}: {found}")
    #> warned: TracerBoolConversionError
    #> told: traced for [(8,), (5,)]
    #> last_replaced: TypeError
    #> shifted: traced for [(8,), (5,)]
print(said)
#> ['a mean', 'a mean']
