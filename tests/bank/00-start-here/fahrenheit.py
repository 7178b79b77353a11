# %% right: as a polynomial of degree one, with NumPy's polyval
def fahrenheit(celsius):
    coefficients = [1.8, 32]
    return np.polyval(coefficients, celsius)


# %% right: nine fifths, and the sum made first (32 is 1.8 times 17.777...)
def fahrenheit(celsius):
    """nine fifths of the number, and 32 on top"""
    ninths = celsius * 9
    return ninths / 5 + 32


# %% wrong: adds 32 first and multiplies then, the two steps are in the wrong order
def fahrenheit(celsius):
    f = (celsius + 32) * 1.8
    return f


# %% wrong: works in place, so the array that was given is changed
def fahrenheit(celsius):
    celsius *= 1.8
    celsius += 32
    return celsius


# %% wrong: prints a rounded number and returns nothing (two mistakes)
def fahrenheit(celsius):
    degrees = np.round(1.8 * celsius + 32)
    print("It is", degrees, "degrees Fahrenheit")


# %% wrong: reads between the four columns of the table; beyond -40 and 100 it stays at the end
def fahrenheit(celsius):
    table_c = [-40, 0, 20, 100]
    table_f = [-40, 32, 68, 212]
    return np.interp(celsius, table_c, table_f)


# %% wrong: the way back: takes off 32 and divides by 1.8
def fahrenheit(celsius):
    return (celsius - 32) / 1.8


# %% right: goes through the array and gives a list of the same numbers
def fahrenheit(celsius):
    if np.ndim(celsius) == 0:
        return 1.8 * celsius + 32
    result = []
    for c in celsius:
        result.append(1.8 * c + 32)
    return result


# %% wrong: the rule of thumb of travellers, twice and 30
def fahrenheit(celsius):
    return 2 * celsius + 30
# %% wrong: adds 32 before multiplying
def fahrenheit(celsius):
    return 1.8 * (celsius + 32)
# %% wrong: writes the result back into the given array
def fahrenheit(celsius):
    if isinstance(celsius, np.ndarray):
        for i in range(len(celsius)):
            celsius[i] = celsius[i] * 1.8 + 32
        return celsius
    return celsius * 1.8 + 32
# %% wrong: truncates to whole degrees
def fahrenheit(celsius):
    f = np.multiply(celsius, 9) // 5 + 32
    return f
# %% right: a straight line through two points of the table
def fahrenheit(celsius):
    c0, f0, c1, f1 = 0, 32, 100, 212
    slope = (f1 - f0) / (c1 - c0)
    return f0 + slope * (celsius - c0)
# %% right: adds 40, scales, takes 40 away
def fahrenheit(celsius):
    return (np.asarray(celsius) + 40) * 9 / 5 - 40


# %% wrong: multiplies by five ninths, the way back
def fahrenheit(celsius):
    return celsius * 5 / 9 + 32


# %% wrong: integer division of nine by five
def fahrenheit(celsius):
    return celsius * (9 // 5) + 32


# %% wrong: the brackets: 32 is added first
def fahrenheit(celsius):
    f = 1.8 * (celsius + 32)
    return f


# %% wrong: rounds to a whole degree
def fahrenheit(celsius):
    return np.round(celsius * 1.8 + 32)


# %% wrong: a list comprehension, so a number fails
def fahrenheit(celsius):
    return np.array([1.8 * c + 32 for c in celsius])


# %% wrong: turns the number into an int first
def fahrenheit(celsius):
    return 1.8 * int(celsius) + 32


# %% wrong: prints instead of returning
def fahrenheit(celsius):
    print(1.8 * celsius + 32)


# %% wrong: the way back, and with the wrong sign (two)
def fahrenheit(celsius):
    return celsius / 1.8 - 32


# %% wrong: converts to kelvin (another idea)
def fahrenheit(celsius):
    return celsius + 273.15
